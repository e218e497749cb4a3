/// The article, end to end: every number and figure of it, as published and corrected, in one
/// report.
package penumbra.report.article;
