/// The images below a folder: their splits and classes, and copies among them.
package penumbra.io.dataset;
