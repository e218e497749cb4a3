/// The commands for data sets: audits, statistics, recipes, runs and de-identification.
package penumbra.cli.dataset;
