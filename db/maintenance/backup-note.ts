import { join, resolve } from 'node:path';

/** The note that lies in every backup: what it holds, what it does not, how to restore it. */
export function backupNote(dataFolder: string, files: number): string {
  const keys = join(resolve(dataFolder), 'keys.json');
  const madeAt = Temporal.Now.zonedDateTimeISO('Asia/Shanghai').toString({
    smallestUnit: 'second',
    timeZoneName: 'never',
  });
  return `解纷 数据备份 · Jiefen backup
${madeAt}

==================== 保密，个人信息 ====================
本文件夹含：
· 当事人姓名或名称（明文）和联系方式、证件号码（加密）；
· 调解过程中的保密内容（隔离区）：不得提供给法院、仲裁机构或任何第三方；
· ${files} 个案件文件（明文）；
· 账号、密码散列、查询码散列。
须与正式数据同等保护：加密存放、限制访问、到期销毁。备份之后依法删除的个人信息仍在本备份中，恢复后须重新执行删除。

密钥不在本备份中。密钥位于：
  ${keys}
  或环境变量（JIEFEN_MASTER_KEY 等）。
没有密钥，加密信息无法解读。密钥须单独备份、分开存放，不得放入本文件夹。

恢复：
1. 停止服务，将本文件夹复制为新的数据目录；
2. 将与本数据库相符的 keys.json 放入其中；
3. 设置 JIEFEN_DATA 指向它，先运行 npm run db:check，再运行 npm start。

==================== CONFIDENTIAL, PERSONAL DATA ====================
This folder holds:
- names of parties (readable) and their contacts and identity numbers (encrypted);
- confidential content of mediations (compartments): not for a court, an arbitral institution or any third party;
- ${files} case files (readable);
- accounts, password hashes, hashes of query codes.
Protect it like the live data: encrypted at rest, access restricted, destroyed in time. Personal data erased after this
backup was made are still in it; after restoring, erase them again.

THE KEYS ARE NOT IN THIS BACKUP. They are in
  ${keys}
  or in environment variables (JIEFEN_MASTER_KEY and others).
Without them the encrypted data cannot be read. Back them up apart; never put them into this folder.

To restore:
1. Stop the server and copy this folder as a new data folder.
2. Put the keys.json that belongs to this database into it.
3. Point JIEFEN_DATA at it, run npm run db:check, then npm start.
`;
}
