/// Rows streamed through 1-D correlations: what correlations and neighbourhood filters run on. Not
/// exported.
package penumbra.core.engine.stream;
