/** The sample's own description. */
export const README = `# A sample team

Two exports of one invented sales team from a Salesforce that does not exist: \`week-1\` as of Friday 13 November 2026 and
\`week-2\` as of Friday 20 November 2026. Both show the same simulated truth; the first holds nothing that happened after
its day. Every name, company, deal and number is made up. \`npm run generate\` writes these files, and
writes the same bytes each time.

- \`opportunities.csv\` is a report with its footer; \`contact-roles.csv\`, \`activities.csv\` and \`opportunity-history.csv\`
  are Data Loader exports; \`reps.csv\` says who reports to whom and what is expected.

The stories, as of 20 November:

- **Dana Whitfield** creates nothing: about two new opportunities a week, then three weeks without one. What she has, she works.
- **Marcus Bell** creates plenty, every week, and wins about one in eleven.
- **Sofia Lindqvist** lives on single champions: her larger deals hang on one person each, who has to talk to the boss.
- **Tom Okafor** defers: several deals pushed two, three and four times, one of them again this week; some past their close date.
- **Priya Natarajan** is healthy: nothing to say, and something to learn from.
- **Walter Grimm**, the senior, coasts: he creates little, and a few large old deals carry his pipeline.

Two deals have no owner. Kim Osei manages all six, and was last in front of a client three weeks ago.
`
