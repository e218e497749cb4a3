/// Picture and array files in and out, data sets, and the errors of files that cannot be read.
package penumbra.io;
