/// The filters, one record each: components are parameters, `apply` gives a new array.
package penumbra.core.filter;
