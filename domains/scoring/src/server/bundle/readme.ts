/** What stands in a bundle beside its files: how to check it, and what it shows of whom. */
export function readmeOf({ number, enterprises, withNames }: { number: string; enterprises: number; withNames: boolean }): string {
  return `# 评分批次 ${number} 的可验证数据包

共 ${enterprises} 家企业。任何人都可以在另一台电脑上、不连数据库，把结果重新算一遍：

    jiju scoring verify <本文件夹或压缩包>

逐字节一致时打印 OK（退出码 0）；不一致时指出是哪家企业的哪项数据、模型的哪一处、结果的哪一行（退出码 1）。

- model.json 评分模型；facts.jsonl 全部企业的数据；result.jsonl 每家企业的结果；rows.jsonl 每家企业的哈希；manifest.json 各文件的 SHA-256、引擎版本和批次信息；manifest.sig 平台对它的签名，核对：jiju report verify <压缩包> --bundle <核验数据>。
- places.jsonl 名次区间（稳健性分析完成后才有）：首行是随机种子、抽取次数和其他设定，其后每家企业一行。重新计算：jiju scoring verify --places。
- 名次取决于所有企业，所以数据包含全部企业的数据，否则无法重算。企业以假名（带密钥的哈希）出现，密钥不保存。${withNames ? '\n- names.json 给出假名对应的企业名称与统一社会信用代码。本包按授权使用，用后销毁。' : '数据包不含名称与代码。'}
- 营业收入等数据本身可能让熟悉行业的人认出企业。请只交给复核人，不要公开发布。

# Scoring run ${number}: a bundle that can be checked

${enterprises} enterprises. On another machine and without a database anyone can score them again:

    jiju scoring verify <this folder or archive>

It prints OK when every byte is the same (exit code 0), and otherwise which fact of which enterprise, which place in the model or which
line of the result differs (exit code 1).

- model.json the model; facts.jsonl the facts of all; result.jsonl a line for each enterprise; rows.jsonl hashes of each enterprise;
  manifest.json the SHA-256 of each file, the version of the engine and what the run is called; manifest.sig the platform's signature of it,
  checked by: jiju report verify <this archive> --bundle <what the platform gives for checking>.
- places.jsonl between which places each enterprise stands (once that is measured): the first line has the seed, the number of draws and
  all other settings, then a line an enterprise. To measure it again: jiju scoring verify --places.
- A place depends on everybody, so the facts of all are here: without them nothing could be reckoned again. Enterprises stand under
  pseudonyms (a keyed hash) whose key is not kept.${withNames ? '\n- names.json gives names and credit codes of the pseudonyms. Use it as you were permitted to, and destroy it afterwards.' : ' Names and credit codes are not included.'}
- Figures such as revenue may let people who know the trade recognise an enterprise. Hand the bundle to whoever checks it; don't publish it.
`
}
