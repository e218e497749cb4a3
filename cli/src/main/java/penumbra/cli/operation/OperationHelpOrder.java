package penumbra.cli.operation;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// The help of an operation: its parameters ahead of the options that all operations have; picocli
/// would put them last.
final class OperationHelpOrder {
  private static final String PARAMETERS = "operationParameters";

  private OperationHelpOrder() {}

  static void showIn(CommandSpec spec) {
    UsageMessageSpec message = spec.usageMessage();
    List<String> order = new ArrayList<>(message.sectionKeys());
    order.add(order.indexOf(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING), PARAMETERS);
    message.sectionKeys(order);
    message
        .sectionMap()
        .put(PARAMETERS, help -> help.optionListGroupSections() + System.lineSeparator());
    message
        .sectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            help ->
                help.optionListExcludingGroups(
                    help.commandSpec().options().stream()
                        .filter(option -> option.group() == null)
                        .toList()));
  }
}
