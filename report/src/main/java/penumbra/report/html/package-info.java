/// HTML pages for reports.
package penumbra.report.html;
