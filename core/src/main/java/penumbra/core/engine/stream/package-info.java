/// The streaming engine, which runs correlations and neighbourhood filters row by row. Not
/// exported.
package penumbra.core.engine.stream;
