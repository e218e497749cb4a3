/// Operations by name, and their parameters as text.
package penumbra.catalogue;
