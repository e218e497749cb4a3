package penumbra.dicom.grey;

/// Something that there is to know about an image.
///
/// @param label what it is about, for people
/// @param key the same for programs, in snake case
/// @param text what it is
public record Fact(String label, String key, String text) {}
