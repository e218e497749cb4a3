/// Work on one image: rendering and writing results, facts about files, plots.
package penumbra.imaging;
