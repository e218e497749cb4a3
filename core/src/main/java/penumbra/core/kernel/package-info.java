/// The inner loops of filters, and the choice between their implementations.
package penumbra.core.kernel;
