/// The package to start from if you write a filter. Your filter is a record and one function. The
/// engine handles boundaries, element types, any number of axes, tiles and threads, as it does for
/// Penumbra's own filters.
///
/// | what the filter does | implement | write |
/// |---|---|---|
/// | each element from itself | [penumbra.core.PointwiseFilter] with [PointwiseStep] | a loop over values |
/// | weighted sums along axes | nothing: [Correlation] is a filter | the [Weights] |
/// | each line from itself | [LineFilter] | one line in, one line out: [LineFunction] |
/// | each element from those around it | [NeighbourhoodFilter] | one window in, one value out: [WindowFunction]; or, faster, one element of many windows: [ElementFunction] |
///
/// **What all of them guarantee.** The result has the same bits on any number of threads. The input
/// is not modified. [penumbra.core.Filter#then] chains filters. Only one thread at a time uses a
/// function. So a function may keep buffers, but its results must not depend on earlier calls.
///
/// `docs/write-a-filter.md` has an example of each.
package penumbra.core.engine;
