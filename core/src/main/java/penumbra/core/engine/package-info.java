/// Where authors of filters start. A filter of one's own is a record and one function; boundary,
/// element types, any number of axes, tiles and threads come from here, and so they do for
/// Penumbra's own filters.
///
/// | what the filter does | implement | write |
/// |---|---|---|
/// | each element from itself | [penumbra.core.PointwiseFilter] with [PointwiseStep] | a loop over values |
/// | weighted sums along axes | nothing: [Correlation] is a filter | the [Weights] |
/// | each line from itself | [LineFilter] | one line in, one line out: [LineFunction] |
/// | each element from those around it | [NeighbourhoodFilter] | one window in, one value out: [WindowFunction]; or, faster, one element of many windows: [ElementFunction] |
///
/// **What all of them promise.** The result has the same bits on any number of threads. The input
/// is not modified. Filters join by [penumbra.core.Filter#then]. A function is used by one thread
/// at a time; it may keep buffers, and must not depend on what it saw before.
///
/// `docs/write-a-filter.md` has an example of each.
package penumbra.core.engine;
