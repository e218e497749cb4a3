/// From grey values to pictures: windows, tables, and which end is light.
package penumbra.core.display;
