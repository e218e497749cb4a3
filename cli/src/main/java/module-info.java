/// The command line. It parses and prints; other modules do the work.
@org.jspecify.annotations.NullMarked
module penumbra.cli {
  requires static org.jspecify;
  requires penumbra.report;
  requires info.picocli;
  requires me.tongfei.progressbar;

  opens penumbra.cli to
      info.picocli;
}
