/// Fast steps of single filters that look at one element at a time. Not exported.
package penumbra.core.engine.pointwise;
