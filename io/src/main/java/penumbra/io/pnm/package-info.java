/// Reads and writes PNM: PGM, PPM and PBM.
package penumbra.io.pnm;
