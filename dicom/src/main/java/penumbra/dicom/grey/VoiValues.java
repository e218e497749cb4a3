package penumbra.dicom.grey;

import java.util.function.Supplier;
import penumbra.core.display.GreyRange;

/// What windows and tables have to know about the values that they are for.
///
/// @param mayBeNegative whether the attributes allow negative ones
/// @param fractions whether they may lie between whole numbers
/// @param range of those that there are
record VoiValues(boolean mayBeNegative, boolean fractions, Supplier<GreyRange> range) {}
