/// The command line. It parses and prints; other modules do the work.
@org.jspecify.annotations.NullMarked
module penumbra.cli {
  requires static org.jspecify;
  requires penumbra.report;
  requires info.picocli;
  requires me.tongfei.progressbar;

  opens penumbra.cli to
      info.picocli;
  opens penumbra.cli.console to
      info.picocli;
  opens penumbra.cli.dataset to
      info.picocli;
  opens penumbra.cli.failure to
      info.picocli;
  opens penumbra.cli.operation to
      info.picocli;
  opens penumbra.cli.option to
      info.picocli;
  opens penumbra.cli.show to
      info.picocli;
}
