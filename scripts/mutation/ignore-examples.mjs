// The examples of a rule are its tests, and titles and reasons are prose: a change there proves nothing about the rule.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

const PROSE = new Set(['examples', 'title', 'why', 'id'])

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'examples', {
    shouldIgnore(path) {
      if (path.isObjectProperty() && PROSE.has(path.node.key.name)) return `the rule's ${path.node.key.name}`
      // What only examples call stands below the rule, and is used nowhere else.
      if (
        path.isFunctionDeclaration() &&
        path.node.leadingComments?.some(({ value }) => value.includes('For the examples'))
      )
        return 'a helper of the examples'
      return undefined
    },
  }),
]
