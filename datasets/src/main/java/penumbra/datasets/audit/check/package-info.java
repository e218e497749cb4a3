/// The checks of an audit, one class for each.
package penumbra.datasets.audit.check;
