/// Many files at once: where they come from, where results go, and what became of each.
package penumbra.datasets;
