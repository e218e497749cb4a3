/// From grey values to pictures: windows, lookup tables, and polarity.
package penumbra.core.display;
