/// PGM and its kin, in and out.
package penumbra.io.pnm;
