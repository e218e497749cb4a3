/// The command line: parses and prints; the work is done in the modules below.
@org.jspecify.annotations.NullMarked
module penumbra.cli {
  requires static org.jspecify;
  requires penumbra.report;
  requires info.picocli;
  requires me.tongfei.progressbar;

  opens penumbra.cli to
      info.picocli;
}
