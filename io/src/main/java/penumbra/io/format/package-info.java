/// The contract of a format, and what all formats share: sources, limits, errors, atomic files.
package penumbra.io.format;
