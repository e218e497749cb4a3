package penumbra.dicom.grey;

/// A fact about an image.
///
/// @param label its name, for people
/// @param key the same for programs, in snake case
/// @param text its value
public record Fact(String label, String key, String text) {}
