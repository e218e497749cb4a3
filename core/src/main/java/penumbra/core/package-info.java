/// Arrays and what every filter shares: element types, boundaries, the filter interface.
package penumbra.core;
