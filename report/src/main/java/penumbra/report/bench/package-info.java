/// How fast operations are on this machine, for users to see: [penumbra.report.bench.Benchmark].
package penumbra.report.bench;
