/// Weights and passes of resizing. Not exported.
package penumbra.core.engine.resample;
