/** Operations and a file format of somebody who is not of Penumbra. */
module example.plugin {
  requires transitive penumbra.catalogue;
  requires transitive penumbra.io;

  exports example.plugin;

  provides penumbra.catalogue.OperationProvider with
      example.plugin.Operations;
  provides penumbra.io.format.ImageFormat with
      example.plugin.GridFormat;
}
