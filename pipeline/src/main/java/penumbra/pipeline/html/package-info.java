/// Pages: what reports are made of.
package penumbra.pipeline.html;
