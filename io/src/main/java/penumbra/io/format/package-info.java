/// The contract of a format, and what all formats share: sources, limits, refusals, files that
/// appear whole.
package penumbra.io.format;
