package penumbra.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import penumbra.core.Boundary;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.OutputType;

class FootprintTest {
  /// As wide as it is told to be.
  private record Sum(Footprint footprint) implements NeighbourhoodFilter {
    @Override
    public Footprint footprint(int rank) {
      return footprint;
    }

    @Override
    public NeighbourhoodFunction function() {
      return NeighbourhoodFunction.ofWindows(window -> window.length);
    }
  }

  @Test
  void theMiddleOfAnEvenLengthIsTheRightOne() {
    assertThat(Footprint.box(4).offsets()).isDeepEqualTo(new int[][] {{-2}, {-1}, {0}, {1}});
    assertThat(Footprint.box(4).span(0)).isEqualTo(new Span(2, 1));
  }

  @Test
  void placesStandInCOrderAndAnOriginMovesThemToTheFront() {
    Footprint corners = Footprint.of(new boolean[] {true, false, false, true}, 2, 2);
    assertThat(corners.offsets()).isDeepEqualTo(new int[][] {{-1, -1}, {0, 0}});
    assertThat(corners.withOrigin(-1, 0).offsets()).isDeepEqualTo(new int[][] {{0, -1}, {1, 0}});
  }

  @Test
  void structuresAreThoseOfSciPy() {
    assertThat(Footprint.structure(2, 1).size()).isEqualTo(5);
    assertThat(Footprint.structure(2, 2)).isEqualTo(Footprint.cube(3, 2));
    assertThat(Footprint.structure(3, 1).size()).isEqualTo(7);
    assertThat(Footprint.structure(3, 2).size()).isEqualTo(19);
  }

  @Test
  void aBallHoldsThePlacesWithinItsRadius() {
    assertThat(Footprint.ball(1.5, 2)).isEqualTo(Footprint.cube(3, 2));
    assertThat(Footprint.ball(2, 2).size()).isEqualTo(13);
    assertThat(Footprint.ball(0, 3).size()).isEqualTo(1);
  }

  @Test
  void onAxesSpreadsAFootprintOverMoreAxesInAnyOrder() {
    Footprint bar = Footprint.of(new boolean[] {true, true, false, true, true, true}, 2, 3);
    assertThat(bar.onAxes(2, 0, 1)).isEqualTo(bar);
    assertThat(bar.onAxes(3, 0, -1).shape()).containsExactly(2, 1, 3);
    assertThat(bar.withOrigin(0, 1).onAxes(3, 2, 0).offsets())
        .isDeepEqualTo(new int[][] {{-2, 0, -1}, {-2, 0, 0}, {-1, 0, -1}, {-1, 0, 0}, {0, 0, 0}});
  }

  @Test
  void mistakesAreToldInOneLine() {
    assertThatThrownBy(() -> Footprint.box(3, 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "the shape of a footprint must have lengths of at least 1, but is (3, 0);"
                + " check the lengths");
    assertThatThrownBy(() -> Footprint.of(new boolean[3], 2, 2))
        .hasMessage(
            "the mask of a footprint of shape (2, 2) must have 4 places, but is 3;"
                + " check mask and shape");
    assertThatThrownBy(() -> Footprint.of(new boolean[4], 2, 2))
        .hasMessage("a footprint must have at least 1 place, but is 0; mark the places that count");
    assertThatThrownBy(() -> Footprint.box(3, 3).withOrigin(0, 2))
        .hasMessage(
            "origin must lie in -1..1 for a window of size 3, but is 2;"
                + " let the window cover the output's place");
    assertThatThrownBy(() -> Footprint.box(3, 3).withOrigin(0))
        .hasMessage(
            "the origin of a footprint must have 2 values, but is [0]; give one for each axis");
    assertThatThrownBy(() -> Footprint.box(3, 3).onAxes(3, 1, -2))
        .hasMessage(
            "the axes of a footprint must differ and lie in -3..2, but is [1, -2];"
                + " count axes from 0, or from -1 at the end");
    assertThatThrownBy(() -> new Sum(Footprint.box(3)).apply(NdArray.ofUint8(new byte[4], 2, 2)))
        .hasMessage(
            "the footprint must have the 2 axes of the array, but is 3 places of (3,);"
                + " spread it over the array's axes with onAxes");
  }

  @Test
  void anArrayWithoutAxesIsRefused() {
    NdArray scalar = NdArray.ofUint8(new byte[1]);
    assertThatThrownBy(() -> new Sum(Footprint.box(3)).apply(scalar))
        .hasMessage("the array must have at least 1 axis, but is () uint8; give it the shape (1,)");
  }

  @Test
  void aFilterHasTheUsualBoundaryAndTypeUnlessItSaysOtherwise() {
    Sum sum = new Sum(Footprint.box(3));
    assertThat(sum.boundary()).isEqualTo(Boundary.reflect());
    assertThat(sum.outputType()).isEqualTo(OutputType.DEFAULT);
  }
}
