/// Example filters, one of each kind; `docs/write-a-filter.md` explains them.
package penumbra.gallery;
