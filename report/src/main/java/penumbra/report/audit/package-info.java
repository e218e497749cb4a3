/// The page of an audit.
package penumbra.report.audit;
