/// The patient: physique, organs, bones and vessels, chosen at random from a seed.
package penumbra.phantom.anatomy;
