package penumbra.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;
import penumbra.phantom.solid.Insert;
import penumbra.phantom.solid.Region;

/// All bodies of one patient.
///
/// @param regions the large parts; where they overlap, the later one counts
/// @param inserts the small parts in them
/// @param opacities the opacities of pneumonia in the lungs
public record Anatomy(List<Region> regions, List<Insert> inserts, List<Insert> opacities) {
  public Anatomy {
    regions = List.copyOf(regions);
    inserts = List.copyOf(inserts);
    opacities = List.copyOf(opacities);
  }

  /// Builds a patient of that `physique`, to be seen in that `projection`.
  public static Anatomy of(
      Physique physique, Projection projection, boolean pneumonia, RandomChoices chance) {
    var trunk = new Trunk(physique);
    var organs = new Organs(physique, chance.fork());
    var spine = new Spine(physique);
    var vessels = new VesselTree(organs, chance.fork());
    List<Region> regions = new ArrayList<>(trunk.regions());
    regions.addAll(organs.regions());
    List<Insert> inserts = new ArrayList<>(organs.inserts());
    inserts.addAll(vessels.branches());
    inserts.addAll(spine.bones());
    inserts.addAll(Ribs.bones(physique, chance.fork()));
    inserts.addAll(new Shoulders(physique, chance.fork()).bones());
    inserts.addAll(Attachments.of(physique, projection, chance.fork()));
    RandomChoices illness = chance.fork();
    List<Insert> opacities =
        pneumonia ? new Consolidation(organs, illness).clouds() : List.<Insert>of();
    return new Anatomy(regions, inserts, opacities);
  }
}
