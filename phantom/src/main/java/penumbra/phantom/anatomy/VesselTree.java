package penumbra.phantom.anatomy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import penumbra.phantom.solid.Insert;
import penumbra.phantom.solid.Material;
import penumbra.phantom.solid.TubePath;
import penumbra.phantom.solid.Vector;

/// The vessels of both lungs: trees that grow from the hila to points all over the lungs.
///
/// Each new point is joined to the place of the tree from where the way, counted with a part of the
/// way back to the root, is shortest. A vessel's radius follows from the number of its twigs by
/// Murray's law.
final class VesselTree {
  private static final int TARGETS = 760;
  private static final double STEP = 0.9;
  private static final double TWIG = 0.061;
  private static final double MURRAY = 2.5;

  private final Organs organs;
  private final RandomChoices chance;
  private final List<Vector> nodes = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();
  private final List<Double> ways = new ArrayList<>();
  private final List<Insert> branches = new ArrayList<>();

  VesselTree(Organs organs, RandomChoices chance) {
    this.organs = organs;
    this.chance = chance;
    grow(new Vector(-3, 0.6, -0.6), -1);
    grow(new Vector(3.3, -0.6, -0.8), 1);
  }

  List<Insert> branches() {
    return branches;
  }

  private void grow(Vector hilum, int side) {
    nodes.clear();
    parents.clear();
    ways.clear();
    node(hilum, -1);
    List<Vector> targets = new ArrayList<>();
    while (targets.size() < TARGETS) {
      Vector point =
          new Vector(
              side * chance.between(1, 14.5), chance.between(-12, 14), chance.between(-9, 9));
      if (organs.inLung(point)) {
        targets.add(point);
      }
    }
    targets.sort((a, b) -> Double.compare(a.minus(hilum).length(), b.minus(hilum).length()));
    for (Vector target : targets) {
      reach(target);
    }
    tubes();
  }

  private int node(Vector point, int parent) {
    nodes.add(point);
    parents.add(parent);
    ways.add(parent < 0 ? 0 : ways.get(parent) + point.minus(nodes.get(parent)).length());
    return nodes.size() - 1;
  }

  private void reach(Vector target) {
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < nodes.size(); i++) {
      double cost = nodes.get(i).minus(target).length() + 0.45 * ways.get(i);
      if (cost < least) {
        least = cost;
        best = i;
      }
    }
    Vector from = nodes.get(best);
    Vector way = target.minus(from);
    int steps = Math.max(1, (int) (way.length() / STEP));
    int at = best;
    for (int s = 1; s <= steps; s++) {
      Vector bend = s == steps ? new Vector(0, 0, 0) : chance.direction().times(0.13);
      at = node(from.plus(way.times(s / (double) steps)).plus(bend), at);
    }
  }

  private void tubes() {
    double[] flow = new double[nodes.size()];
    boolean[] inner = new boolean[nodes.size()];
    for (int parent : parents) {
      if (parent >= 0) {
        inner[parent] = true;
      }
    }
    for (int i = 0; i < flow.length; i++) {
      flow[i] = inner[i] ? 0 : 1;
    }
    for (int i = flow.length - 1; i > 0; i--) {
      flow[parents.get(i)] += flow[i];
    }
    double[] radius = Arrays.copyOf(flow, flow.length);
    for (int i = 0; i < radius.length; i++) {
      // Upright, the bases are better perfused than the apices.
      double low = Math.clamp((nodes.get(i).y() + 5) / 14, 0, 1);
      radius[i] = TWIG * (0.94 + 0.3 * low) * StrictMath.pow(flow[i], 1 / MURRAY);
    }
    double blood = Material.MUSCLE.over(Material.LUNG);
    for (int i = 1; i < flow.length; i++) {
      Vector from = nodes.get(parents.get(i));
      Vector to = nodes.get(i);
      Vector overlap = to.minus(from).unit().times(0.3 * radius[i]);
      branches.addAll(
          new TubePath()
              .add(from.minus(overlap), radius[i])
              .add(to.plus(overlap), radius[i])
              .pieces(0, blood, Outlines.NONE));
    }
  }
}
