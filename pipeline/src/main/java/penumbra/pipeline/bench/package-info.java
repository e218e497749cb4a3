/// How fast operations are on this machine, for users to see: [penumbra.pipeline.bench.Benchmark].
package penumbra.pipeline.bench;
