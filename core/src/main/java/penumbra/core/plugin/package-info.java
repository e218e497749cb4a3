/// Where the jars of others are looked for.
package penumbra.core.plugin;
