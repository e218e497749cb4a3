/// How filters run: weights, lines, rows streamed over threads. Not exported.
package penumbra.core.engine;
