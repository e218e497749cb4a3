/// Pages: what reports are made of.
package penumbra.report.html;
