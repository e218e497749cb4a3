/// Operations by name, their parameters and how people write them.
package penumbra.catalogue;
