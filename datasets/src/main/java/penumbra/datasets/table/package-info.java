/// Tables for other programs: one row for each image or group, as CSV and Parquet.
@org.jspecify.annotations.NullMarked
package penumbra.datasets.table;
